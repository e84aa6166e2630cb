import { areTied, isBefore } from './echoSubject.ts';
import { isOneArticle, leadsTo, type Member } from './member.ts';

/** A claim that may become an echo, with what that depends on beside its leader. */
export interface Following {
  readonly member: Member;
  /** Whether it is the last that says so. */
  readonly isLast: boolean;
  /** Whether something that says the same was published later. */
  readonly isOld: boolean;
  /** What its text leads to. */
  readonly linked: readonly Member[];
}

/** Whether leaving a claim out would change nothing but counts where another one stands for it; see `Echoes`. */
export function mayEcho({ member, isLast, isOld, linked }: Following, leader: Member): boolean {
  const { subject } = member;
  if (isLast || leader.leader !== null || !isBefore(leader.subject, subject)) return false;
  if (leader.subject.recorded !== null && subject.recorded !== null && leader.subject.recorded > subject.recorded) return false;
  if (!isOld && leader.subject.publishedAt !== subject.publishedAt) return false;
  if (member.lone && leader.lone) return true;
  return areTied(leader.subject, subject) && linked.every((one) => isOneArticle(one, member) || leadsTo(one.leader ?? one, leader));
}
