import type { EchoCount, EchoVerdict } from '@newsledger/reconcile';
import type { ClaimRow } from './rows.ts';

type EchoColumns = Pick<ClaimRow, 'echoes' | 'echoVerdict' | 'echoReason' | 'echoReplacedAt'>;

/** What a claim's row says of its echoes. */
export function echoColumns(echoes: EchoCount | null, verdict: Omit<EchoVerdict, 'kind' | 'originId'> | undefined): EchoColumns {
  if (echoes === null || verdict === undefined) return NO_ECHOES;
  return {
    echoes,
    echoVerdict: verdict.verdict,
    echoReason: verdict.reason,
    echoReplacedAt: verdict.replacedAt,
  };
}

export const NO_ECHOES: EchoColumns = { echoes: null, echoVerdict: null, echoReason: null, echoReplacedAt: null };
