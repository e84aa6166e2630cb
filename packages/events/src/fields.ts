import { z } from 'zod';
import { decimal } from './figure.ts';

/** Kinds of fields that events share. */
export const uuid = z.uuid();
export const text = (max: number) => z.string().max(max);
export const url = z.url().max(2000);
export const sourceId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be lower-case letters, digits and hyphens');
export const currency = z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as USD');
export const positive = decimal.refine((number) => /[1-9]/.test(number) && !number.startsWith('-'), 'must be above zero');
