/** The shape of a curated file of format `attest/1` as the domain reads it (format.md). The zod schema of the contract checks that a file has it. */
import type { Basis, Decision, End, OriginBasis, Outcome, Qualifier, Role, Stage } from '../model/lists.ts';
import type {
  CitationStanding,
  Claim,
  Dated,
  Entity,
  LangText,
  Locator,
  NameGrammar,
  PassageMark,
  Predicate,
  Quantity,
  SentencePassed,
  Source,
  Stake,
} from '../model/records.ts';
import type { Question } from '../model/questions.ts';

type OneOrMore = string | string[];

export interface CuratedDataset {
  id: string;
  title?: string;
  curator?: string;
  licence?: string;
  description?: string;
  knowledgeUntil?: { edtf: string; basis: Basis };
}
export interface CuratedDefaults {
  source?: string;
  origin?: string;
  originBasis?: OriginBasis;
  through?: string[];
  statedBy?: string;
  standing?: CitationStanding;
}
export interface CuratedVoice extends NameGrammar {
  id: string;
  name: string;
  entities?: string[];
  stake: Stake;
}
export type CuratedSource = Omit<Source, 'dataset'>;
export type CuratedEntity = Omit<Entity, 'dataset'>;
export type CuratedPredicate = Pick<Predicate, 'id' | 'forms' | 'inverse' | 'group' | 'subject' | 'takes' | 'definition' | 'example' | 'misuse'> & {
  qualifiers?: Qualifier[];
  accuses?: End[];
  symmetric?: boolean;
  within?: boolean;
  traversed?: boolean;
  recordsDeath?: boolean;
  roles?: Partial<Record<End, Role>>;
};
export interface CuratedCitation {
  source?: string;
  locator?: Locator;
  mark?: PassageMark;
  paraphrase: string;
  quote?: string;
  stance?: 'supports' | 'disputes';
  standing?: CitationStanding;
  hedge?: string;
  reading?: 'inferred';
  statedBy?: string;
  origin?: string;
  through?: string[];
  originBasis?: OriginBasis;
  witnessed?: boolean;
  happened?: Dated | Dated[];
  count?: Quantity;
  amount?: Quantity;
  sentence?: SentencePassed;
  offences?: string[];
  as?: string;
  stage?: Stage;
  outcome?: Outcome;
  importOnly?: boolean;
}
export type CuratedClaim = Pick<Claim, 'id' | 'subject' | 'predicate' | 'occasion'> &
  Partial<Record<Qualifier, OneOrMore>> & {
    object: string | (LangText & { quoted?: boolean });
    intended?: boolean;
    attempted?: boolean;
    expected?: boolean;
    citations: CuratedCitation[];
  };
type WithoutDataset<T> = T extends unknown ? Omit<T, 'dataset'> : never;
export type CuratedQuestion = WithoutDataset<Question>;

/** Records that others of the file refer to, with no more than the ids and types that these need. */
export interface CuratedStubs {
  voices?: Pick<CuratedVoice, 'id'>[];
  sources?: Pick<CuratedSource, 'id' | 'voice' | 'textOf'>[];
  entities?: Pick<CuratedEntity, 'id' | 'type'>[];
}

export interface CuratedFile {
  $schema?: string;
  format: string;
  dataset?: CuratedDataset;
  defaults?: CuratedDefaults;
  voices?: CuratedVoice[];
  sources?: CuratedSource[];
  entities?: CuratedEntity[];
  predicates?: CuratedPredicate[];
  claims?: CuratedClaim[];
  rivals?: { claims: string[]; why: string }[];
  identities?: { a: string; b: string; decision: Decision; why: string }[];
  questions?: CuratedQuestion[];
  stubs?: CuratedStubs;
}
