// Settings: wrong ones stop the start and are named; right ones show on the pages they are for.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readSettings } from '#worker/settings.ts';
import { openDesk, signedInAs } from './desk.ts';
import { openDoor } from './door.ts';

const SECRET = '0'.repeat(64);
const policyOf = (reply: Response) => reply.headers.get('content-security-policy') ?? '';

describe('a wrong setting', () => {
  test.each([
    ['SECRET', 'short'],
    ['BASE_PATH', 'pingyi'],
    ['BASE_PATH', '/pingyi/'],
    ['PUBLIC_ORIGIN', 'www.yunling.gov.cn'],
    ['PUBLIC_ORIGIN', 'https://www.yunling.gov.cn/'],
    ['PUBLIC_ORIGIN', 'https://www.yunling.gov.cn/pingyi'],
    ['PUBLIC_ORIGIN', 'ftp://www.yunling.gov.cn'],
    ['PUBLIC_ORIGIN', 'https://WWW.yunling.gov.cn'],
    ['DATA_RESIDENCY', 'somewhere'],
    ['COUNTY_ZH', ''],
    ['CREST_COLOUR', 'red'],
    ['CREST_COLOUR', '#ffcc00'],
    ['CREST_COLOUR', '#8c1d18}body{display:none'],
    ['CONTACT_ZH', 'x'.repeat(121)],
    ['FRAME_ANCESTORS', '*'],
    ['FRAME_ANCESTORS', "'self'"],
    ['FRAME_ANCESTORS', 'https://a.example; script-src *'],
    ['FRAME_ANCESTORS', 'https://a.example/path'],
  ])('stops the start and is named: %s %s', (name, value) => {
    expect(() => readSettings({ SECRET, [name]: value })).toThrow(new RegExp(`settings: .*${name} `));
  });
});

describe('the crest colour', () => {
  test('is on citizens’ and staff’s pages, in a style that the policy knows by its hash', async () => {
    const { crest } = readSettings({ SECRET, CREST_COLOUR: '#8C1D18' });
    const desk = await openDesk({ crest });
    const officer = await signedInAs(desk, desk.member('officer'));
    for (const reply of [
      await desk.app.request('/'),
      await officer.get('/staff'),
      await desk.app.request('/nowhere'),
    ]) {
      const [, style = ''] = (await reply.text()).match(/<style>([\s\S]*?)<\/style>/) ?? [];
      expect(style).toContain('--main:#8c1d18');
      expect(policyOf(reply)).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    }
  });

  test('that is not set leaves the page as it was built', async () => {
    const door = await openDoor();
    expect(await (await door.app.request('/')).text()).not.toContain('}:root{--main');
  });
});

describe('the contact', () => {
  test('stands on every page of a citizen, in one language where only one is given', async () => {
    const { contact } = readSettings({ SECRET, CONTACT_ZH: '县政府办公室，电话 0000-1234567' });
    const door = await openDoor({ contact });
    for (const path of ['/', `/s/${door.survey.code}`, '/nowhere', '/?lang=en'])
      expect(await (await door.app.request(path)).text()).toContain('0000-1234567');
  });
});

describe('being shown in a frame', () => {
  test('is allowed to the configured sites, for citizens’ pages only', async () => {
    const { frameAncestors } = readSettings({
      SECRET,
      FRAME_ANCESTORS: 'https://www.yunling.gov.cn  http://intranet:8080',
    });
    const desk = await openDesk({ frameAncestors });
    const officer = await signedInAs(desk, desk.member('officer'));
    for (const path of ['/', `/s/${desk.survey.code}`, '/nowhere'])
      expect(policyOf(await desk.app.request(path))).toMatch(
        /frame-ancestors https:\/\/www\.yunling\.gov\.cn http:\/\/intranet:8080$/,
      );
    for (const path of ['/staff', '/staff/sign-in', '/staff/people'])
      expect([path, policyOf(await officer.get(path))]).toEqual([
        path,
        expect.stringMatching(/frame-ancestors 'none'$/),
      ]);
  });

  test('is allowed to nobody by default', async () => {
    const door = await openDoor();
    expect(policyOf(await door.app.request('/'))).toMatch(/frame-ancestors 'none'$/);
  });
});
