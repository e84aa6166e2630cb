import { AlwaysOffSampler, AlwaysOnSampler, ParentBasedSampler, type Sampler, TraceIdRatioBasedSampler } from '@opentelemetry/sdk-trace';
import { ConfigError, type Environment } from '../config.ts';

/**
 * The sampler of OTEL_TRACES_SAMPLER and OTEL_TRACES_SAMPLER_ARG, `parentbased_always_on` by default, as OpenTelemetry's specification names
 * them.
 * @throws {ConfigError} for a name that is none of them, or a share that is not between 0 and 1.
 */
export function chooseSampler({ OTEL_TRACES_SAMPLER: name = '', OTEL_TRACES_SAMPLER_ARG: argument = '' }: Environment): Sampler {
  switch (name) {
    case '':
    case 'parentbased_always_on':
      return new ParentBasedSampler({ root: new AlwaysOnSampler() });
    case 'parentbased_always_off':
      return new ParentBasedSampler({ root: new AlwaysOffSampler() });
    case 'parentbased_traceidratio':
      return new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(shareOf(argument)) });
    case 'always_on':
      return new AlwaysOnSampler();
    case 'always_off':
      return new AlwaysOffSampler();
    case 'traceidratio':
      return new TraceIdRatioBasedSampler(shareOf(argument));
    default:
      throw new ConfigError(
        `OTEL_TRACES_SAMPLER is "${name}", which is none of always_on, always_off, traceidratio, parentbased_always_on, parentbased_always_off and parentbased_traceidratio.`,
      );
  }
}

function shareOf(argument: string): number {
  const share = argument === '' ? 1 : Number(argument);
  if (!(share >= 0 && share <= 1))
    throw new ConfigError(`OTEL_TRACES_SAMPLER_ARG is "${argument}". Set it to the share of traces to keep, 0 to 1, such as 0.1.`);
  return share;
}
