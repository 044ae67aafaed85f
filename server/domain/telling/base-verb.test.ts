import { describe, expect, it } from 'vitest';
import { baseOfParticiple } from './base-verb.ts';

const VERBS = `hired:hire recruited:recruit tasked:task ordered:order directed:direct called:call carried:carry planned:plan taken:take attacked:attack
killed:kill had:have been:be smuggled:smuggle aimed:aim targeted:target threatened:threaten acted:act founded:found organised:organise organized:organize
collaborated:collaborate associated:associate emboldened:embolden resulted:result preceded:precede postponed:postpone charged:charge convicted:convict
sentenced:sentence arrested:arrest detained:detain searched:search listed:list sanctioned:sanction issued:issue approved:approve commuted:commute set:set
released:release warned:warn praised:praise criticised:criticise campaigned:campaign paid:pay funded:fund financed:finance armed:arm trained:train
murdered:murder kidnapped:kidnap abducted:abduct poisoned:poison bombed:bomb shot:shoot stabbed:stab surveilled:surveil watched:watch followed:follow
expelled:expel controlled:control travelled:travel fulfilled:fulfil transferred:transfer conspired:conspire acquired:acquire prepared:prepare
injured:injure captured:capture sponsored:sponsor monitored:monitor explored:explore ignored:ignore examined:examine visited:visit invited:invite
provided:provide raided:raid aided:aid invaded:invade persuaded:persuade exploded:explode included:include concluded:conclude provoked:provoke
claimed:claim welcomed:welcome assumed:assume executed:execute prosecuted:prosecute contributed:contribute promoted:promote plotted:plot
developed:develop escaped:escape failed:fail convened:convene intervened:intervene abandoned:abandon summoned:summon described:describe bribed:bribe
exhibited:exhibit served:serve accused:accuse used:use caused:cause closed:close passed:pass pressed:press employed:employ destroyed:destroy
tried:try denied:deny supplied:supply sent:send given:give met:meet told:tell written:write stolen:steal arranged:arrange pledged:pledge
handled:handle enabled:enable settled:settle ruled:rule fired:fire named:name placed:place forced:force traced:trace produced:produce
delivered:deliver offered:offer covered:cover entered:enter answered:answer reported:report supported:support blamed:blame blocked:block
linked:link thanked:thank asked:ask backed:back helped:help harmed:harm joined:join owned:own turned:turn opened:open happened:happen
represented:represent operated:operate negotiated:negotiate infiltrated:infiltrate facilitated:facilitate treated:treat defeated:defeat created:create
identified:identify notified:notify equipped:equip stopped:stop robbed:rob begged:beg committed:commit permitted:permit admitted:admit
occurred:occur referred:refer preferred:prefer issued:issue pursued:pursue rescued:rescue argued:argue continued:continue
seized:seize recognized:recognize analysed:analyse surrounded:surround attended:attend pretended:pretend extended:extend
belonged:belong changed:change managed:manage damaged:damage engaged:engage obliged:oblige bugged:bug hanged:hang
relayed:relay conveyed:convey obeyed:obey showed:show allowed:allow fixed:fix taxed:tax co-financed:co-finance re-armed:re-arm
deported:deport extradited:extradite imprisoned:imprison questioned:question mentioned:mention positioned:position
bought:buy brought:bring held:hold led:lead kept:keep left:leave lost:lose made:make put:put said:say seen:see sold:sell
overseen:oversee extended:extend required:require hosted:host tested:test noted:note devoted:devote voted:vote united:unite cited:cite incited:incite`
  .split(/\s+/)
  .map((pair) => pair.split(':'));

describe('the plain form of a verb', () => {
  it.each(VERBS)('of “%s” is “%s”', (participle, base) => {
    expect(baseOfParticiple(participle ?? '')).toBe(base);
  });
});
