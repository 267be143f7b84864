/** What a demo prints at its start, for the people who will click. */
export const startTexts = {
  demo: '演示数据，请勿录入真实个人信息。Demo data: enter no real personal data.',
  password: '工作人员登录 /console/ ，各账号的密码 Staff log in at /console/ , password:',
  residents:
    '居民用手机号登录，验证码见 /demo/messages 。Residents log in by phone; codes: /demo/messages',
};
