import { decimal, integer, significant } from '../../text/format';
import * as messages from '../../text/paraglide/messages';
import type { ValueAnswer } from '../../worker/contract/value';

type Fit = Extract<ValueAnswer['purchase'] | ValueAnswer['spend'], { kind: 'fit' }>;
type Warning = Fit['warnings'][number];
type Refusal = Extract<ValueAnswer['purchase'], { kind: 'refusal' }>;

/** A doubt about a fit, as a sentence. */
export function modelWarningWords(warning: Warning): string {
  switch (warning.code) {
    case 'few-customers':
      return messages.value_warning_few_customers({
        customers: integer(warning.customers) ?? '',
        advised: integer(warning.advised) ?? '',
      });
    case 'few-repeaters':
      return messages.value_warning_few_repeaters({
        repeaters: integer(warning.repeaters) ?? '',
        advised: integer(warning.advised) ?? '',
      });
    case 'parameter-at-boundary':
      return messages.value_warning_parameter_at_boundary({
        parameter: warning.parameter,
        towards:
          warning.towards === 'zero'
            ? messages.value_towards_zero()
            : messages.value_towards_infinity(),
      });
    case 'weakly-identified':
      return messages.value_warning_weakly_identified({
        parameter: warning.parameter,
        factor: significant(Math.exp(warning.standardErrorOfLog), 2) ?? '–',
      });
    case 'near-singular':
      return messages.value_warning_near_singular();
    case 'prior-used':
      return messages.value_warning_prior_used();
    case 'simpler-model-suffices':
      return messages.value_warning_simpler_model_suffices({ simpler: warning.simpler });
    case 'not-converged':
      return messages.value_warning_not_converged();
    case 'no-one-time-buyers':
      return messages.value_warning_no_one_time_buyers();
    case 'non-positive-spend':
      return messages.value_warning_non_positive_spend({
        zero: integer(warning.zero) ?? '',
        negative: integer(warning.negative) ?? '',
      });
    case 'spend-depends-on-frequency':
      return `${messages.value_warning_spend_depends_on_frequency()} ${messages.value_independence({
        pearson: decimal(warning.pearson, 2) ?? '–',
        spearman: decimal(warning.spearman, 2) ?? '–',
      })}`;
    case 'heavy-tailed-spend':
      return messages.value_warning_heavy_tailed_spend();
  }
}

/** Why there is no fit, as a sentence. */
export function refusalWords({ reason }: Refusal): string {
  const words = {
    'no-customers': messages.value_refused_no_customers,
    'no-repeat-purchases': messages.value_refused_no_repeat_purchases,
    'no-positive-spend': messages.value_refused_no_positive_spend,
    'no-time-observed': messages.value_refused_no_time_observed,
    'invalid-history': messages.value_refused_invalid_history,
    'not-whole-opportunities': messages.value_refused_not_whole_opportunities,
  }[reason];
  return messages.value_refused({ reason: words() });
}
