/**
 * Which lanes a picture has.
 *
 * Every actor gets a lane of its own while they are few. When there are more
 * than a reader can take in, those that lived the same life (started, slept,
 * woke, finished) form a group: the first few of each group keep a lane, and the
 * rest of it shares one, a *crowd*.
 *
 * @module
 */

import type { Actor } from "./turns.ts";

/** One row of a picture. */
export interface Lane {
  /** Whose row it is; several actors in a crowd. */
  readonly members: readonly Actor[];
  /** The lane's members live like this one, which has a lane of its own. */
  readonly like: Actor | null;
}

/**
 * Gives each actor a lane, or a place in a crowd.
 *
 * @param actors all actors, in the order in which their lanes stand
 * @param limit how many lanes there may be
 * @returns the lanes from top to bottom; each actor is in exactly one
 */
export function chooseLanes(actors: readonly Actor[], limit: number): Lane[] {
  if (actors.length <= limit) return actors.map(laneOf);
  const groups = groupByLife(actors);
  const rest = limit - crowdsOf(groups);
  if (groups.length > rest) return firstOnes(actors, limit);
  return withCrowds(actors, shareOut(groups, rest));
}

/** Whether a lane stands for several actors. */
export function isCrowd(lane: Lane): boolean {
  return lane.members.length > 1;
}

interface Group {
  readonly members: readonly Actor[];
  shown: number;
}

function laneOf(actor: Actor): Lane {
  return { members: [actor], like: null };
}

function groupByLife(actors: readonly Actor[]): Group[] {
  const groups = new Map<string, Actor[]>();
  for (const actor of actors) {
    const life = lifeOf(actor);
    const group = groups.get(life);
    if (group) group.push(actor);
    else groups.set(life, [actor]);
  }
  return [...groups.values()].map((members) => ({ members, shown: 0 }));
}

/** Lives are compared by their beginning: a long loop is like a longer one. */
const COMPARED = 12;

function lifeOf(actor: Actor): string {
  if (actor.kind !== "task") return `${actor.kind} ${actor.name}`;
  const stations = actor.stretches.slice(0, COMPARED).map((stretch) =>
    stretch.wait?.kind ?? "ready"
  );
  return [...stations, actor.ending?.kind ?? "unfinished"].join(" ");
}

function crowdsOf(groups: readonly Group[]): number {
  return groups.filter(({ members }) => members.length > 1).length;
}

/** Deals the lanes out to the groups, one each in every round. */
function shareOut(groups: readonly Group[], lanes: number): readonly Group[] {
  let left = lanes;
  let dealt = true;
  while (left > 0 && dealt) {
    dealt = false;
    for (const group of groups) {
      if (left === 0 || group.shown === group.members.length) continue;
      group.shown++;
      left--;
      dealt = true;
    }
  }
  // A crowd of one would take the lane that its only member can have.
  for (const group of groups) {
    if (group.members.length - group.shown === 1) group.shown++;
  }
  return groups;
}

function withCrowds(
  actors: readonly Actor[],
  groups: readonly Group[],
): Lane[] {
  const lanes = new Map<Actor, Lane[]>();
  for (const { members, shown } of groups) {
    const own = members.slice(0, shown);
    for (const actor of own) lanes.set(actor, [laneOf(actor)]);
    const last = own.at(-1);
    const hidden = members.slice(shown);
    if (last && hidden.length > 0) {
      lanes.get(last)?.push({ members: hidden, like: last });
    }
  }
  return actors.flatMap((actor) => lanes.get(actor) ?? []);
}

/** For the case that almost nobody lived like anybody else. */
function firstOnes(actors: readonly Actor[], limit: number): Lane[] {
  const shown = actors.slice(0, limit - 1).map(laneOf);
  return [...shown, { members: actors.slice(limit - 1), like: null }];
}
