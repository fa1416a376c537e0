import { action } from '../written-flows.ts';
import { ask, asked, refusal } from './answered-flows.ts';

const none = '00000000000000000000000000000001';
const search = { IdentifierName: '_phone', IdentifierValue: '$.CustomerEndpoint.Address' };
const get = (request: Record<string, unknown> = search, response: unknown = ['FirstName', 'Attributes.Loyalty']) =>
  asked(
    'GetCustomerProfile',
    { ProfileRequestData: request, ProfileResponseData: response },
    { errors: ['MultipleFoundError', 'NoneFoundError', 'NoMatchingError'] },
  );
const found = action('found', 'GetCustomerProfile', { ProfileRequestData: search }, 'asked');

describe('GetCustomerProfile', () => {
  it('finds one profile of which nothing is known, unless a script says more', async () => {
    const { took, heard, told } = await ask(get(), { reads: '$.Customer.ProfileId <$.Customer.FirstName>' });
    expect(took).toBe('next');
    expect(heard).toBe(`${none} <>`);
    expect(told).toEqual([{ service: 'Customer Profiles', text: 'stand-in for GetCustomerProfile: success' }]);
  });

  it('keeps the fields that the flow asks for, wherever they stand, and no others', async () => {
    const values = { FirstName: 'Ana', LastName: 'Bell', Attributes: { Loyalty: 'or', Secret: 'non' } };
    const reads =
      '<$.Customer.FirstName> <$.Customer.LastName> <$.Customer.Attributes.Loyalty> <$.Customer.Attributes.Secret>';
    const { heard } = await ask(get(), { answers: [{ values }], reads });
    expect(heard).toBe('<Ana> <> <or> <>');
    const asGuideWrites = get(search, { LastName: '' });
    expect((await ask(asGuideWrites, { answers: [{ values }], reads })).heard).toBe('<> <Bell> <> <>');
  });

  it.each(['MultipleFoundError', 'NoneFoundError', 'NoMatchingError'])('meets %s, with no profile', async (error) => {
    const { took, heard } = await ask(get(), { answers: [{ error }], reads: '<$.Customer.ProfileId>' });
    expect(took).toBe(error);
    expect(heard).toBe('mal <>');
  });

  it('fails for a caller whose number is withheld, unless something else is known', async () => {
    expect((await ask(get(), { from: 'anonymous' })).took).toBe('NoMatchingError');
    const criteria = (...values: string[]) =>
      get({
        SearchCriteria: values.map((IdentifierValue) => ({ IdentifierName: '_phone', IdentifierValue })),
        LogicalOperator: 'OR',
      });
    expect((await ask(criteria('$.CustomerEndpoint.Address'), { from: 'anonymous' })).took).toBe('NoMatchingError');
    expect((await ask(criteria('$.CustomerEndpoint.Address', '42'), { from: 'anonymous' })).took).toBe('next');
  });

  it('searches by the name of a field as well, as older consoles wrote it', async () => {
    const byPhone = get({ PhoneNumber: '$.CustomerEndpoint.Address' });
    expect(refusal(byPhone, 'MODULE')).toBeUndefined();
    expect((await ask(byPhone)).took).toBe('next');
    expect((await ask(byPhone, { from: 'anonymous' })).took).toBe('NoMatchingError');
  });

  it('fails beyond what profiles may take: 255 characters of one value, 14 000 of all', async () => {
    expect((await ask(get({ ...search, IdentifierValue: 'a'.repeat(256) }))).took).toBe('NoMatchingError');
    expect((await ask(get({ ...search, IdentifierValue: 'a'.repeat(255) }))).took).toBe('next');
    const values = { FirstName: 'a'.repeat(14_001) };
    expect((await ask(get(), { answers: [{ values }] })).took).toBe('NoMatchingError');
  });

  it('is refused without anything to search by, and with too much', () => {
    expect(refusal(get({}))).toContain('GetCustomerProfile has nothing to search by');
    const SearchCriteria = Array.from({ length: 6 }, () => search);
    expect(refusal(get({ SearchCriteria }))).toContain('from 1 to 5 SearchCriteria');
    for (const type of ['CONTACT_FLOW', 'AGENT_HOLD', 'MODULE']) expect(refusal(get(), type)).toBeUndefined();
  });
});

describe('CreateCustomerProfile and UpdateCustomerProfile', () => {
  const data = { ProfileRequestData: { City: 'Lyon', 'Attributes.Language': 'fr' }, ProfileResponseData: ['City'] };

  it('have what was written, as far as the flow asks for it', async () => {
    const reads = '<$.Customer.City> <$.Customer.Attributes.Language> <$.Customer.ProfileId>';
    const created = await ask(asked('CreateCustomerProfile', data), { reads });
    expect(created.took).toBe('next');
    expect(created.heard).toBe(`<Lyon> <> <${none}>`);
    const updated = await ask(asked('UpdateCustomerProfile', data), { reads, before: [found] });
    expect(updated.heard).toBe(`<Lyon> <> <${none}>`);
  });

  it('fail: by a script, or with no profile that the flow has found', async () => {
    const answers: [object] = [{ error: 'NoMatchingError' }];
    expect((await ask(asked('CreateCustomerProfile', data), { answers })).took).toBe('NoMatchingError');
    expect((await ask(asked('UpdateCustomerProfile', data), { answers, before: [found] })).took).toBe(
      'NoMatchingError',
    );
    const { took, told } = await ask(asked('UpdateCustomerProfile', data));
    expect(took).toBe('NoMatchingError');
    expect(told[0]?.text).toContain('no profile was created or found');
  });

  it('are refused in no type of flow', () => {
    for (const type of ['CONTACT_FLOW', 'CUSTOMER_HOLD', 'MODULE']) {
      expect(refusal(asked('CreateCustomerProfile', data), type)).toBeUndefined();
      expect(refusal(asked('UpdateCustomerProfile', data), type)).toBeUndefined();
    }
  });
});

const associate = (ProfileId: string) =>
  asked('AssociateContactToCustomerProfile', { ProfileRequestData: { ProfileId, ContactId: '$.ContactId' } });

describe('AssociateContactToCustomerProfile', () => {
  it('succeeds with the profile that was found, and fails with none, or by a script', async () => {
    const known = associate('$.Customer.ProfileId');
    expect((await ask(known, { before: [found] })).took).toBe('next');
    expect((await ask(known)).took).toBe('NoMatchingError');
    const answers: [object] = [{ error: 'NoMatchingError' }];
    expect((await ask(known, { before: [found], answers })).took).toBe('NoMatchingError');
  });

  it('has no values: a script that gives some is stopped', async () => {
    const { took, running } = await ask(associate('42'), { answers: [{ values: { FirstName: 'Ana' } }] });
    expect(took).toBeUndefined();
    expect(running.events.find(({ kind }) => kind === 'error')?.text).toContain('no reference reads values');
  });

  it('is refused without a profile or a contact', () => {
    const nobody = asked('AssociateContactToCustomerProfile', { ProfileRequestData: {} });
    expect(refusal(nobody)).toContain('has no ProfileRequestData.ProfileId');
    expect(refusal(nobody)).toContain('has no ProfileRequestData.ContactId');
  });
});

const object = (request: Record<string, unknown> = {}) =>
  asked(
    'GetCustomerProfileObject',
    {
      ProfileRequestData: { ProfileId: '42', ObjectType: '_asset', UseLatest: true, ...request },
      ProfileResponseData: ['AssetPrice', 'AssetAttributes.colour', 'ObjectAttributes.size'],
    },
    { errors: ['NoneFoundError', 'NoMatchingError'] },
  );

describe('GetCustomerProfileObject', () => {
  it('puts the fields of an object in a place of its own, with its identifier', async () => {
    const values = {
      Asset: { AssetId: '7', Price: '12', Status: 'neuf', Attributes: { colour: 'bleu' } },
      ObjectAttributes: { size: 'grand' },
    };
    const reads =
      '<$.Customer.Asset.AssetId> <$.Customer.Asset.Price> <$.Customer.Asset.Status> ' +
      '<$.Customer.Asset.Attributes.colour> <$.Customer.ObjectAttributes.size>';
    expect((await ask(object(), { answers: [{ values }], reads })).heard).toBe('<7> <12> <> <bleu> <grand>');
  });

  it('meets its errors, and fails without a profile', async () => {
    expect((await ask(object())).took).toBe('next');
    expect((await ask(object(), { answers: [{ error: 'NoneFoundError' }] })).took).toBe('NoneFoundError');
    expect((await ask(object(), { answers: [{ error: 'NoMatchingError' }] })).took).toBe('NoMatchingError');
    expect((await ask(object({ ProfileId: '$.Customer.ProfileId' }))).took).toBe('NoMatchingError');
  });

  it('is refused where nothing says which object', () => {
    const { ProfileRequestData } = object().Parameters as { ProfileRequestData: Record<string, unknown> };
    const { UseLatest: _, ...which } = ProfileRequestData;
    expect(refusal(asked('GetCustomerProfileObject', { ProfileRequestData: which }))).toContain('neither UseLatest');
    expect(refusal(object(), 'OUTBOUND_WHISPER')).toBeUndefined();
  });
});

const calculated = (ProfileId = '42') =>
  asked(
    'GetCalculatedAttributesForCustomerProfile',
    { ProfileRequestData: { ProfileId }, ProfileResponseData: ['CalculatedAttributes._frequent_caller'] },
    { errors: ['NoneFoundError', 'NoMatchingError'] },
  );

describe('GetCalculatedAttributesForCustomerProfile', () => {
  it('reads what was calculated, or meets its errors', async () => {
    const values = { CalculatedAttributes: { _frequent_caller: true, _average_hold_time: 3 } };
    const reads =
      '<$.Customer.CalculatedAttributes._frequent_caller> <$.Customer.CalculatedAttributes._average_hold_time>';
    const { took, heard } = await ask(calculated(), { answers: [{ values }], reads });
    expect([took, heard]).toEqual(['next', '<true> <>']);
    expect((await ask(calculated(), { answers: [{ error: 'NoneFoundError' }] })).took).toBe('NoneFoundError');
    expect((await ask(calculated(), { answers: [{ error: 'NoMatchingError' }] })).took).toBe('NoMatchingError');
    expect((await ask(calculated(''))).took).toBe('NoMatchingError');
  });

  it('is refused without a profile', () => {
    expect(refusal(asked('GetCalculatedAttributesForCustomerProfile'))).toContain(
      'has no ProfileRequestData.ProfileId',
    );
  });
});

describe('CheckSegmentMembership', () => {
  const check = asked('CheckSegmentMembership', { any: 'thing' }, { results: ['Inside', 'Outside'] });

  it('takes the first word of the flow, or the one that a script says, or fails', async () => {
    expect((await ask(check)).took).toBe('Inside');
    expect((await ask(check, { answers: [{ result: 'Outside' }] })).took).toBe('Outside');
    expect((await ask(check, { answers: [{ error: 'NoMatchingError' }] })).took).toBe('NoMatchingError');
    expect((await ask(asked('CheckSegmentMembership'))).took).toBe('next');
  });

  it('is refused in no type of flow', () => {
    for (const type of ['CONTACT_FLOW', 'AGENT_HOLD', 'MODULE']) expect(refusal(check, type)).toBeUndefined();
  });
});
