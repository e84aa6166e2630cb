import { readCheckpoint } from '@newsledger/event-store';
import { pendingWork } from '@newsledger/queues';
import type pg from 'pg';
import type { Printer } from '../output/printer.ts';
