// The contract suites on Cloudflare D1 in workerd.
import { env } from 'cloudflare:workers';
import { describe } from 'vitest';
import { d1Database } from '#worker/d1.ts';
import { databaseContract } from './database.ts';
import { submissionContract } from './submission.ts';

const open = async () => d1Database(env.DB);

describe('the database port on D1', () => databaseContract(open));
describe('a submission on D1', () => submissionContract(open));
