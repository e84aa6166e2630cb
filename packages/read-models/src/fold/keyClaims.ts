import { type EchoCount, Echoes, EchoesMissingError, type EchoSubject, echoSubjectOf, type KeyClaim } from '@newsledger/reconcile';
import type { ClaimRow } from './rows.ts';

/** With fewer claims, looking for echoes costs more than deciding by all of them. */
const MIN_CLAIMS_WITH_ECHOES = 16;

/** What the claims of a figure, or of a bucket of deals, need from the state that they are part of. */
export interface KeyClaimsOptions<Row extends ClaimRow> {
  /** A claim as reconciling wants it; null for one that doesn't count at all. */
  readonly toKeyClaim: (row: Row) => KeyClaim | null;
  /** What claims of a source depend on beside themselves. */
  readonly factsOf: (sourceId: string) => string;
  /** What else two claims must have in common for one to echo the other. */
  readonly saying: (row: Row) => string;
  /** Place in the log, where what came first names what is decided; null elsewhere. */
  readonly recorded: (row: Row) => bigint | null;
  /** Remembers that a claim echoes another one, or none any more, and whether its text leads to nothing else. */
  readonly setEcho: (row: Row, leaderId: string | null, isLone: boolean) => void;
  /** Remembers that other claims than before echo a claim. */
  readonly noteEchoes: (row: Row) => void;
  /** Forgets what a claim echoed and what echoed it. */
  readonly clearEchoes: (row: Row) => void;
}

/** A claim that stands for itself, and for its echoes. */
interface Counting<Row> {
  readonly row: Row;
  claim: KeyClaim;
}

/** The claims by which a figure or a bucket of deals is decided, kept up to date one claim at a time: those that count, without echoes. */
export class KeyClaims<Row extends ClaimRow> {
  readonly #options: KeyClaimsOptions<Row>;
  /** Those that are no echoes. */
  readonly #counting = new Map<string, Counting<Row>>();
  readonly #silent = new Set<Row>();
  readonly #rows = new Map<string, Row>();
  readonly #fresh = new Set<Row>();
  /** What was known of the sources when their claims were taken. */
  readonly #facts = new Map<string, string>();
  #version = 0;
  #echoes: Echoes | null = null;

  constructor(options: KeyClaimsOptions<Row>) {
    this.#options = options;
  }

  /** Takes claims as they were saved. Echoes may be missing (see `Echoes.load`), other claims may not. */
  load(rows: readonly Row[]): void {
    const echoes = new Echoes();
    for (const row of rows.toSorted((a, b) => Number(a.echoOf !== null) - Number(b.echoOf !== null))) {
      const claim = this.#options.toKeyClaim(row);
      this.#facts.set(row.sourceId, this.#options.factsOf(row.sourceId));
      if (claim === null) {
        // What is known of its source may have changed since it was judged.
        this.#fresh.add(row);
        continue;
      }
      this.#rows.set(row.claimId, row);
      echoes.load(this.#subjectOf(row, claim), { leaderId: row.echoOf, echoes: row.echoes, isLone: row.lone ?? false });
      if (row.echoOf === null) this.#counting.set(row.claimId, { row, claim: { ...claim, echoes: echoes.echoesOf(row.claimId) } });
    }
    this.#echoes = echoes;
  }

  /**
   * To be called before anything is done to claims that are no news.
   * @throws EchoesMissingError
   */
  needAll(): void {
    const missing = this.#echoes?.missing() ?? [];
    if (missing.length > 0) throw new EchoesMissingError(missing);
  }

  /** Takes a claim that came, or that may count otherwise than before. */
  touch(row: Row): void {
    this.#fresh.add(row);
  }

  /** Lets a claim go. @throws EchoesMissingError when others echo it that are not at hand. */
  delete(row: Row): void {
    this.#fresh.delete(row);
    this.#silent.delete(row);
    if (!this.#rows.delete(row.claimId)) return;
    this.#counting.delete(row.claimId);
    this.#echoes?.delete(row.claimId);
    if (row.lone !== null) this.#options.clearEchoes(row);
  }

  /**
   * Brings everything up to date.
   * @param version counts changes of what is known of sources.
   * @returns the claims that came, were touched or became or ceased to be echoes since the last call.
   * @throws EchoesMissingError
   */
  update(version: number): Set<Row> {
    if (version !== this.#version && this.#facts.entries().some(([sourceId, facts]) => facts !== this.#options.factsOf(sourceId))) {
      this.needAll();
      for (const row of [...this.#rows.values(), ...this.#silent]) this.touch(row);
    }
    this.#version = version;
    const changed = new Set(this.#fresh);
    for (const row of changed) {
      const claim = this.#options.toKeyClaim(row);
      this.#facts.set(row.sourceId, this.#options.factsOf(row.sourceId));
      if (claim !== null && this.#isAsBefore(row, claim)) {
        const known = this.#counting.get(row.claimId);
        if (known !== undefined) known.claim = { ...claim, echoes: known.claim.echoes ?? null };
        continue;
      }
      this.delete(row);
      if (claim === null) this.#silent.add(row);
      else this.#take(row, claim);
    }
    this.#fresh.clear();
    if (this.#echoes === null) return changed;
    for (const id of this.#echoes.settle()) {
      const row = this.#rows.get(id);
      if (row === undefined) continue;
      changed.add(row);
      const leaderId = this.#echoes.leaderOf(id);
      this.#options.setEcho(row, leaderId, this.#echoes.isLone(id));
      if (leaderId !== null) this.#counting.delete(id);
      else if (!this.#counting.has(id)) this.#count(row);
    }
    for (const row of changed) this.#noteEchoes(row.echoOf ?? row.claimId);
    return changed;
  }

  #subjectOf(row: Row, claim: KeyClaim): EchoSubject {
    return echoSubjectOf(claim, this.#options.saying(row), this.#options.recorded(row));
  }

  /** Whether nothing changed by which claims echo each other, as when something else was decided of it. */
  #isAsBefore(row: Row, claim: KeyClaim): boolean {
    return this.#rows.get(row.claimId) === row && this.#echoes?.knows(this.#subjectOf(row, claim)) === true;
  }

  #take(row: Row, claim: KeyClaim): void {
    this.#rows.set(row.claimId, row);
    this.#counting.set(row.claimId, { row, claim });
    if (this.#echoes !== null) this.#echoes.add(this.#subjectOf(row, claim));
    else if (this.#counting.size >= MIN_CLAIMS_WITH_ECHOES) {
      this.#echoes = new Echoes();
      for (const known of this.#counting.values()) this.#echoes.add(this.#subjectOf(known.row, known.claim));
    }
  }

  #count(row: Row): void {
    const claim = this.#options.toKeyClaim(row);
    if (claim !== null) this.#counting.set(row.claimId, { row, claim });
  }

  /** A claim is decided with the echoes that it stands for. */
  #noteEchoes(claimId: string): void {
    const known = this.#counting.get(claimId);
    const echoes = this.#echoes?.echoesOf(claimId) ?? null;
    if (known === undefined) return;
    if ((known.claim.echoes ?? null) !== echoes) known.claim = { ...known.claim, echoes };
    if (echoes !== null) this.#options.noteEchoes(known.row);
  }

  /** Claims that count and are no echoes. */
  get counting(): KeyClaim[] {
    return Array.from(this.#counting.values(), ({ claim }) => claim);
  }

  /** The same as rows. */
  get rows(): Row[] {
    return Array.from(this.#counting.values(), ({ row }) => row);
  }

  /** Claims that don't count. */
  get silent(): ReadonlySet<Row> {
    return this.#silent;
  }

  /** @returns how many echoes of a claim were read with each certainty. */
  echoesOf(claimId: string): EchoCount | null {
    return this.#echoes?.echoesOf(claimId) ?? null;
  }

  /** @returns the echoes of a claim. @throws EchoesMissingError */
  echoing(claimId: string): Row[] {
    return (this.#echoes?.echoing(claimId) ?? []).flatMap((id) => this.#rows.get(id) ?? []);
  }
}
