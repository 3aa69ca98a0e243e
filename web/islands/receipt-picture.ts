// The receipt as a picture, drawn by ourselves and always on white, so that it prints: nothing on the phone can turn a
// page into an image without a library of its own.
import type { ReceiptData } from '../parts/receipt-data.ts';

const width = 720;
const margin = 56;
const codeSize = 260;

/** A data: address of a PNG. `code` is the path of the page's QR code, one unit a module. */
export function drawReceipt(data: ReceiptData, code: SVGPathElement): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  const height = draw(canvas, data, code);
  // Setting the height empties the canvas: the first drawing only measured.
  canvas.height = height;
  draw(canvas, data, code);
  return canvas.toDataURL('image/png');
}

function draw(canvas: HTMLCanvasElement, data: ReceiptData, code: SVGPathElement): number {
  const ink = canvas.getContext('2d') as CanvasRenderingContext2D;
  const main = getComputedStyle(document.querySelector('.masthead') as Element).backgroundColor;
  const { fontFamily } = getComputedStyle(document.body);
  let y = 0;
  const write = (text: string, px: number, colour: string, weight = 400) => {
    ink.font = `${weight} ${px}px ${fontFamily}`;
    ink.fillStyle = colour;
    for (const line of linesOf(text, width - 2 * margin, (part) => ink.measureText(part).width)) {
      y += px * 1.45;
      ink.fillText(line, margin, y - px * 0.35);
    }
  };
  ink.fillStyle = '#fff';
  ink.fillRect(0, 0, width, canvas.height);
  ink.fillStyle = main;
  ink.fillRect(0, 0, width, 96);
  y = 26;
  write(data.above, 30, '#fff', 600);
  y = 132;
  write(data.title, 52, '#111', 700);
  for (const line of data.below) write(line, 30, '#333');
  y += 36;
  write(data.numberLabel, 28, '#555');
  write(data.number, 72, '#111', 700);
  y += 28;
  const size = Number((code.ownerSVGElement as SVGSVGElement).viewBox.baseVal.width);
  ink.save();
  ink.translate(margin, y);
  ink.scale(codeSize / size, codeSize / size);
  ink.fillStyle = '#000';
  ink.fill(new Path2D(code.getAttribute('d') as string));
  ink.restore();
  y += codeSize + 12;
  write(data.scan, 26, '#555');
  write(data.address, 22, '#555');
  return Math.ceil(y + margin);
}

/** Broken where it must be: between Chinese characters, never inside a word or a number that fits on a line. */
export function linesOf(text: string, widthMax: number, widthOf: (part: string) => number): string[] {
  const lines = [''];
  for (const piece of text.match(/[\x21-\x7e]+|[^\x21-\x7e]/gu) || []) {
    const parts = widthOf(piece) > widthMax ? [...piece] : [piece];
    for (const part of parts) {
      const line = lines[lines.length - 1] as string;
      if (line !== '' && widthOf(line + part) > widthMax) lines.push(part);
      else lines[lines.length - 1] = line + part;
    }
  }
  return lines;
}
