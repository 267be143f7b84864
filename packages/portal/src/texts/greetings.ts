/** How letters begin before they come to the point, in the order in which it is said. */
export const greetings: readonly RegExp[] = [
  /^(尊敬的|敬爱的)?[^，,：:。]{0,8}(领导|书记|县长|市长|局长|同志)们?[，,：:！!\s]*/,
  /^(你们?好|您好|大家好|dear [\w\s]{0,30}|hello|hi)[，,：:！!\s]*/i,
];
