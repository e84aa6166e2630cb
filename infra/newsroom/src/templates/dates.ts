const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const american = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });

/** `3 November 2025` */
export const longDate = (instant: string) => long.format(new Date(instant));

/** `November 3, 2025` */
export const americanDate = (instant: string) => american.format(new Date(instant));

/** `14:05 UTC` */
export const timeOfDay = (instant: string) => `${clock.format(new Date(instant))} UTC`;
