// How broad a text is in Latin characters, a Chinese one counting as two: good enough to choose widths and row heights
// without knowing any font.
export const breadth = (text: string): number => [...text].reduce((total, c) => total + (c > '\u2e7f' ? 2 : 1), 0);
