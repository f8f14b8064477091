import {
  lifespan_acquisition_name,
  lifespan_base_name,
  lifespan_churn_name,
  lifespan_finite_name,
  lifespan_leader_name,
  lifespan_net_name,
  lifespan_offers_name,
  lifespan_recovery_name,
  lifespan_retention_name,
  lifespan_simple_name,
  lifespan_starbucks_name,
} from '../../../text/paraglide/messages';
import type { Calculator } from '../laboratory/sheets';

const NAMES: Record<Calculator, () => string> = {
  simple: lifespan_simple_name,
  churn: lifespan_churn_name,
  retention: lifespan_retention_name,
  finite: lifespan_finite_name,
  offers: lifespan_offers_name,
  acquisition: lifespan_acquisition_name,
  leader: lifespan_leader_name,
  base: lifespan_base_name,
  recovery: lifespan_recovery_name,
  net: lifespan_net_name,
  starbucks: lifespan_starbucks_name,
};

export function calculatorName(calculator: Calculator): string {
  return NAMES[calculator]();
}
