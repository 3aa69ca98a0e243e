// What the receipt page's script is given: the words of the receipt, as they go into its picture and the clipboard.
export interface ReceiptData {
  readonly copied: string;
  readonly saved: string;
  readonly above: string;
  readonly title: string;
  readonly below: readonly string[];
  readonly numberLabel: string;
  readonly number: string;
  readonly scan: string;
  readonly address: string;
}
