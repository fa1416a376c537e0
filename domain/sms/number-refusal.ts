/** Why a number cannot be called back, as it is explained to the caller. */
export type NumberRefusal = 'masked' | 'short' | 'premium' | 'special' | 'platform' | 'machine' | 'foreign' | 'invalid';
