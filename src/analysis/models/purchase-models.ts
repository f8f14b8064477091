import { bgBb } from './bg-bb';
import { bgNbd } from './bg-nbd';
import { mbgNbd } from './mbg-nbd';
import { nbd } from './nbd';
import { paretoNbd } from './pareto-nbd';
import type { PurchaseModel, PurchaseModelName } from './purchase-model';

/** Every purchase model there is, by name. Parameters of one must not be given to another. */
export const PURCHASE_MODELS: Readonly<Record<PurchaseModelName, PurchaseModel>> = {
  'bg-nbd': bgNbd,
  'mbg-nbd': mbgNbd,
  'pareto-nbd': paretoNbd,
  nbd,
  'bg-bb': bgBb,
};

/** Those in continuous time, which any order log can be fitted with. */
export const CONTINUOUS_MODELS: readonly PurchaseModelName[] = [
  'bg-nbd',
  'mbg-nbd',
  'pareto-nbd',
  'nbd',
];
