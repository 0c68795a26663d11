/** What a seller's sale has brought so far, in KRW. Money that is on its way back is not counted as theirs. */
export const netOf = (sales: { paid: number; refunded: number; refunding: number }): number =>
  sales.paid - sales.refunded - sales.refunding;
