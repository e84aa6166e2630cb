import { type Config, ConfigError } from '@newsledger/platform';

/** A language model that may be asked, and how much of it. */
export interface ModelSettings {
  /** Of the chat-completions endpoint, in full. */
  readonly url: string;
  readonly name: string;
  /** Never logged. Null for endpoints that want none, such as a model on this machine. */
  readonly key: string | null;
  readonly tokensPerDay: number;
  readonly timeoutMs: number;
}

type ModelConfig = Pick<
  Config,
  'modelUrl' | 'modelName' | 'modelKey' | 'modelTokensPerDay' | 'modelCostPerDay' | 'modelCostPerMillionTokens' | 'modelTimeoutMs'
>;

/**
 * The model that the settings name; null, which is the default, when they name none: then nothing is ever sent.
 * @throws {ConfigError} when only half of what is needed is set.
 */
export function modelSettings(config: ModelConfig): ModelSettings | null {
  const { modelUrl: url, modelName: name, modelKey: key, modelTokensPerDay, modelCostPerDay, modelCostPerMillionTokens } = config;
  if (url === null) return null;
  if (name === null)
    throw new ConfigError('NEWSLEDGER_MODEL_URL is set, and NEWSLEDGER_MODEL_NAME is not. Name the model to ask, or unset both.');
  if ((modelCostPerDay === null) !== (modelCostPerMillionTokens === null))
    throw new ConfigError(
      'NEWSLEDGER_MODEL_COST_PER_DAY and NEWSLEDGER_MODEL_COST_PER_MILLION_TOKENS go together. Set both, in one currency, or neither.',
    );
  const affordable =
    modelCostPerDay === null || modelCostPerMillionTokens === null || modelCostPerMillionTokens === 0
      ? Number.POSITIVE_INFINITY
      : Math.floor((modelCostPerDay / modelCostPerMillionTokens) * 1_000_000);
  return { url, name, key, tokensPerDay: Math.min(modelTokensPerDay, affordable), timeoutMs: config.modelTimeoutMs };
}
