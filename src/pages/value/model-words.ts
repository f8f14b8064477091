import * as messages from '../../text/paraglide/messages';
import type { ModelName } from '../../worker/contract/settings';

/** A model's own name. */
export function modelName(model: ModelName): string {
  return {
    'bg-nbd': messages.value_model_bg_nbd,
    'mbg-nbd': messages.value_model_mbg_nbd,
    'pareto-nbd': messages.value_model_pareto_nbd,
    nbd: messages.value_model_nbd,
  }[model]();
}

/** What a model takes customers to do. */
export function modelStory(model: ModelName): string {
  return {
    'bg-nbd': messages.value_story_bg_nbd,
    'mbg-nbd': messages.value_story_mbg_nbd,
    'pareto-nbd': messages.value_story_pareto_nbd,
    nbd: messages.value_story_nbd,
  }[model]();
}

/** What each parameter of the purchase models says, by its name. */
export function purchaseMeanings(unit: string): Record<string, string> {
  return {
    r: messages.value_bg_r(),
    alpha: messages.value_bg_alpha({ unit }),
    a: messages.value_bg_a(),
    b: messages.value_bg_b(),
    s: messages.value_pareto_s(),
    beta: messages.value_pareto_beta({ unit }),
  };
}

const UNITS = {
  day: messages.settings_unit_day,
  week: messages.settings_unit_week,
  month: messages.settings_unit_month,
  year: messages.settings_unit_year,
};

/** The unit of time of the parameters, many of it: "weeks". */
export function unitName(unit: keyof typeof UNITS): string {
  return UNITS[unit]();
}

const ONE = {
  day: messages.value_one_day,
  week: messages.value_one_week,
  month: messages.value_one_month,
  year: messages.value_one_year,
};

/** One of it: "a week". */
export function oneUnit(unit: keyof typeof ONE): string {
  return ONE[unit]();
}
