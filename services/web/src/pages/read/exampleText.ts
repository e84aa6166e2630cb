/** An article to try the page with: invented for it, with every kind of number that the page tells apart. */
export const exampleText = {
  title: 'Fennmark to buy chip designer Osprey Logic for $4.6 billion',
  published: '2025-11-03',
  publisher: 'The Quayside Courier',
  text: `Fennmark Systems agreed on Monday to acquire the chip designer Osprey Logic for $4.6 billion, or £62 a share, a premium of nearly 30% to Friday's close.

Osprey Logic's revenue rose 12–14% in the third quarter of 2025 to about $1.3 billion, from $1.1 billion a year earlier. It employs more than 9,000 people and has sold tens of millions of chips since 2019, some of them for the GB200. "Osprey will spend up to half a billion euros on a second plant," said chief executive Ada Lindqvist.

Osprey Logic has signed a 7-year contract with Norrvik Energy for 30 MW of power, two-thirds of it from wind; it is worth $25 million a year. The servers run at 2.5 times the speed of those of FY2024, and at 85 °C.

Shares of Fennmark Systems fell 3.1%; the S&P 500 lost 0.4 percentage points of its gain. Call +44 20 7946 0018, or come to 48 Harbour Road, for the 1st of three briefings.`,
} as const;
