import type { Administration } from '../../domain/administration/administration.ts';
import type { AccountAnswers } from './account-answers.ts';
import { checked, good, toMend, type Finding } from './findings.ts';

/** Somebody can set the line up, somebody looks after it, somebody answers. */
export function checkPeople({ identity }: Administration, { instance }: AccountAnswers): Finding[] {
  if (!instance) return [];
  const { users, securityProfiles, routingProfiles } = instance;
  const check = 'users';
  return checked(check, users, 'connect:SearchUsers', (found) =>
    checked(check, securityProfiles, 'connect:ListSecurityProfiles', (profiles) =>
      checked(check, routingProfiles, 'connect:ListRoutingProfiles', (routings) => {
        const withProfile = (name: string): number => {
          const id = profiles.find(({ Name }) => Name === name)?.Id;
          return found.filter(({ SecurityProfileIds = [] }) => id !== undefined && SecurityProfileIds.includes(id))
            .length;
        };
        const routing = routings.find(({ Name }) => Name === 'rappel')?.Id;
        const agents = found.filter(
          ({ RoutingProfileId }) => routing !== undefined && RoutingProfileId === routing,
        ).length;
        return somebody(identity, {
          administrators: withProfile('Admin'),
          supervisors: withProfile('rappel-supervisor'),
          agents,
        });
      }),
    ),
  );
}

function somebody(
  identity: Administration['identity'],
  { administrators, supervisors, agents }: Record<'administrators' | 'supervisors' | 'agents', number>,
): Finding[] {
  const where = identity === 'saml' ? 'in the console, named as your directory names them' : 'in the console';
  return [
    counted('administrator', administrators, `add a first user of the security profile Admin ${where}`),
    counted('supervisors', supervisors, `give a user the security profile rappel-supervisor ${where}`),
    counted('agents', agents, `give users the routing profile rappel and the security profile rappel-agent ${where}`),
  ];
}

const counted = (check: string, count: number, mend: string): Finding =>
  count > 0 ? good(check, `${count} user${count === 1 ? '' : 's'}`) : toMend(check, 'nobody', mend);
