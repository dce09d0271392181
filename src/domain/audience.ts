/** Whom a clause can concern, in the order of the site's doors, as readers call them. */
export const AUDIENCE_NAMES = { talent: '人才', employer: '用人单位', staff: '工作人员' } as const;

export type Audience = keyof typeof AUDIENCE_NAMES;

export const AUDIENCES = Object.keys(AUDIENCE_NAMES) as Audience[];
