import { type ArticleText, type Extraction, MAX_MODEL_TEXT, modelMessages, readModelAnswer } from '@newsledger/claims';
import type { Logger, Metrics } from '@newsledger/platform';
import { askModel, MAX_ANSWER_TOKENS, type ModelReply } from './askModel.ts';
import type { ClaimExtractor } from './claimExtractor.ts';
import type { ModelBudget } from './modelBudget.ts';
import type { ModelSettings } from './modelSettings.ts';

/** Counted up whenever the question, or what is taken from an answer, changes. */
const VERSION = 1;

/** Text has about four characters a token; the question's own words and schema come on top, which are counted like it. */
const CHARACTERS_PER_TOKEN = 3;

const NOTHING: Extraction = { figures: [], deals: [] };

/** Asks a language model, within its budget, and takes what the text bears out. */
export function createModelExtractor(options: {
  readonly settings: ModelSettings;
  readonly budget: ModelBudget;
  readonly logger: Logger;
  readonly metrics: Metrics;
}): ClaimExtractor {
  const { settings, budget, logger, metrics } = options;
  let wasCapped = false;
  return {
    identity: { name: `model ${settings.name}`.slice(0, 60), version: VERSION },
    async extract(article: ArticleText, about, signal) {
      const messages = modelMessages(article);
      const question = messages.reduce((sum, { content }) => sum + content.length, 0);
      const reserved = Math.ceil(question / CHARACTERS_PER_TOKEN) + MAX_ANSWER_TOKENS;
      if (!(await budget.reserve(reserved))) {
        metrics.modelRequests.inc({ outcome: 'capped' });
        if (!wasCapped)
          logger.warn({ tokensPerDay: settings.tokensPerDay }, "the model's cap of the day is reached; rules read alone until tomorrow");
        wasCapped = true;
        return NOTHING;
      }
      wasCapped = false;
      const reply = await askModel(settings, messages, signal);
      await budget.settle(reserved, reply.tokens ?? estimate(reply, question));
      metrics.modelRequests.inc({ outcome: reply.outcome });
      if (reply.outcome !== 'answered') {
        logger.warn(
          { ...about, outcome: reply.outcome, detail: reply.detail },
          'the model gave no claims; the article is read by rules alone',
        );
        return NOTHING;
      }
      const { figures, deals, rejected } = readModelAnswer(article, reply.content);
      if (rejected.length > 0)
        logger.info({ ...about, rejected: rejected.slice(0, 20) }, 'claims of the model that the article does not bear out');
      if (article.text.length > MAX_MODEL_TEXT)
        logger.info({ ...about, characters: article.text.length }, 'the model was shown the beginning only');
      return { figures, deals };
    },
  };
}

/** What a request may have cost whose endpoint doesn't say; a question that was turned away cost nothing. */
function estimate(reply: ModelReply, question: number): number {
  if (reply.outcome === 'rate_limited' || reply.outcome === 'failed') return 0;
  const answer = reply.outcome === 'answered' ? reply.content.length : MAX_ANSWER_TOKENS * CHARACTERS_PER_TOKEN;
  return Math.ceil((question + answer) / CHARACTERS_PER_TOKEN);
}
