import type { Receipt } from './receipt.js';
import type { ReceiptLanguage } from './receipt-words.js';

/** What an auditor does with an audit file, step by step. */
export function instructionsFor(receipt: Receipt, language: ReceiptLanguage): string[] {
  const { release = '', fingerprint, after, pseudonymised } = receipt;
  const words = language === 'fr' ? french : english;
  const command = `npx variable-pay${release === '' ? '' : `@${release}`} verify audit.json`;
  return [
    words.what,
    words.apart(fingerprint),
    words.again(command),
    words.byHand,
    words.totals,
    words.inputs,
    ...(after === undefined ? [] : [words.after(after)]),
    ...(pseudonymised ? [words.pseudonyms] : []),
  ];
}

const english = {
  what: 'This file holds one calculation of variable pay: the plans, everything they were applied to, every award, what was found on the way, and a receipt. The tables (CSV) beside it show the same and are not needed.',
  apart: (fingerprint: string) =>
    `Compare the fingerprint of the receipt, ${fingerprint}, with the one you were given by another way. Whoever can change this file can make a new receipt for it; only a fingerprint that was kept apart shows that.`,
  again: (command: string) =>
    `Do the calculation once more: ${command} (exit code 0: it holds; 4: it does not, and what differs is listed). It needs nothing but this file, and also looks at the receipt, the sample, the explanations and the tables beside it.`,
  byHand:
    'Re-add a person of the sample by hand: steps.csv has every value with how it came about and its clause of the plan; the amounts in parts.csv sum to the award in awards.csv.',
  totals:
    'Sum the awards of each plan and currency in awards.csv: the sums are the totals of the receipt. Count people by status: people in = paid + zero + not eligible + withheld.',
  inputs:
    'Compare people.csv, actuals.csv and the other tables of inputs with the records of the company, exceptions and decisions with what was approved, and the plans in audit.json (run, inputs, plans) with the documents that were signed.',
  after: (runs: number) =>
    `Awards are whole, and ${runs} final run${runs === 1 ? ' was' : 's were'} paid before: only the differences were paid. Ask for the audit files of those, too.`,
  pseudonyms:
    'Ids, names and free texts are pseudonyms: the calculation is the same, and the company can tell who is who with its key. Amounts and days are as they are.',
};

const french: typeof english = {
  what: 'Ce fichier contient un calcul de rémunération variable : les plans, toutes les données, chaque montant, les constats et une attestation. Les tableaux (CSV) à côté montrent la même chose et ne sont pas nécessaires.',
  apart: (fingerprint) =>
    `Comparez l’empreinte de l’attestation, ${fingerprint}, avec celle que vous avez reçue par une autre voie. Qui peut modifier ce fichier peut refaire une attestation ; seule une empreinte conservée ailleurs le montre.`,
  again: (command) =>
    `Refaites le calcul : ${command} (code de sortie 0 : confirmé ; 4 : non confirmé, les écarts sont listés). Ce fichier suffit ; l’attestation, l’échantillon, les explications et les tableaux à côté sont aussi contrôlés.`,
  byHand:
    'Refaites à la main le montant d’une personne de l’échantillon : steps.csv contient chaque valeur, son calcul et la clause du plan ; la somme de parts.csv est le montant de awards.csv.',
  totals:
    'Additionnez les montants de chaque plan et devise dans awards.csv : ce sont les totaux de l’attestation. Comptez les personnes par statut : personnes = versé + nul + non éligible + retenu.',
  inputs:
    'Comparez people.csv, actuals.csv et les autres tableaux de données avec ceux de l’entreprise, les exceptions et décisions avec ce qui a été approuvé, et les plans dans audit.json (run, inputs, plans) avec les documents signés.',
  after: (runs) =>
    `Les montants sont entiers, et ${runs} calcul${runs > 1 ? 's définitifs ont été versés' : ' définitif a été versé'} avant : seuls les écarts ont été versés. Demandez aussi les fichiers d’audit de ces calculs.`,
  pseudonyms:
    'Les identifiants, noms et textes libres sont des pseudonymes : le calcul est le même, et l’entreprise peut identifier les personnes avec sa clé. Les montants et les jours sont inchangés.',
};
