// The network an address belongs to, which is what is counted when answers arrive: one IPv4 address, or the /64 that a
// home or an office gets in IPv6, whose devices choose the other half themselves and change it daily.

const octet = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ipv4 = new RegExp(`^${octet}(\\.${octet}){3}$`);
const group = /^[0-9a-f]{1,4}$/;

/** `192.0.2.7`, or `2001:db8:1:2::/64` with every group written out; null for anything that is not one address. */
export function networkOf(address: string): string | null {
  if (ipv4.test(address)) return address;
  const groups = groupsOf(address.toLowerCase());
  if (!groups) return null;
  const mapped = groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff';
  if (mapped) return groups.slice(6).flatMap(octetsOf).join('.');
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address (RFC 4291, 2.2), without leading zeros. */
function groupsOf(address: string): string[] | null {
  const tail = address.slice(address.lastIndexOf(':') + 1);
  const plain = ipv4.test(tail) ? address.slice(0, -tail.length) + inGroups(tail) : address;
  const halves = plain.split('::');
  const [left = [], right = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - left.length - right.length;
  if (halves.length > 2 || (halves.length === 2 ? missing < 1 : missing !== 0)) return null;
  const groups = [...left, ...Array<string>(missing).fill('0'), ...right];
  return groups.every((text) => group.test(text)) ? groups.map((text) => text.replace(/^0+(?=.)/, '')) : null;
}

const inGroups = (address: string): string => {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
};

const octetsOf = (text: string): number[] => {
  const value = Number.parseInt(text, 16);
  return [value >> 8, value & 255];
};
