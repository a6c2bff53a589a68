/** A row `r` of recognition_setting in the form of contract/recognition.ts. */
export const RULE_JSON = `jsonb_strip_nulls(jsonb_build_object(
    'mode', case when r.matches_min is null then 'confidence' else 'matches' end,
    'answersMin', r.answers_min, 'answersMax', r.answers_max, 'matchesMin', r.matches_min, 'confidenceMin', r.confidence_min))`;
