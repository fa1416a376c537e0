// The template validator costs seconds in every process; `npm run check` runs it once, as errors.
process.env['CDK_VALIDATION'] = 'false';
