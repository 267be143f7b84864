import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { accountsApi } from '../api/accounts.ts';
import { useLocale } from '../session/use-locale.ts';
import type { TextKey } from '../texts/locale.ts';
import { Field } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { PostPicker, type PostChoice } from './PostPicker.tsx';
import { Slips } from './Slips.tsx';

/** Name, log-in name, posts; then the slip for the holder. */
export function NewAccountDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLocale();
  const queries = useQueryClient();
  const [texts, setTexts] = useState({ name: '', loginName: '', phone: '' });
  const [posts, setPosts] = useState<readonly PostChoice[]>([]);
  const [isChecked, setIsChecked] = useState(false);
  const add = useMutation({
    mutationFn: accountsApi.add,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  });
  const isFilled = texts.name.trim() !== '' && texts.loginName.trim() !== '';
  const submit = () => {
    setIsChecked(true);
    if (!isFilled) return;
    add.mutate({ ...texts, postIds: posts.map(({ postId }) => postId) });
  };
  const field = (of: keyof typeof texts, hint: TextKey, isNeeded: boolean) => (
    <Field
      label={t(`accounts.${of}`)}
      hint={t(hint)}
      problem={isChecked && isNeeded && texts[of].trim() === '' ? t('accounts.needed') : undefined}
    >
      {(control) => (
        <Input
          {...control}
          autoComplete="off"
          maxLength={50}
          value={texts[of]}
          onChange={(event) => setTexts({ ...texts, [of]: event.target.value })}
        />
      )}
    </Field>
  );
  const slip = add.data?.slip;
  return (
    <Modal open title={t('accounts.add')} footer={null} onCancel={onClose} destroyOnHidden>
      {slip === undefined ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          {field('name', 'accounts.nameHint', true)}
          {field('loginName', 'accounts.loginNameHint', true)}
          {field('phone', 'accounts.phoneHint', false)}
          {posts.length === 0 ? null : (
            <ul className="plain-list" aria-label={t('accounts.posts')}>
              {posts.map((post) => (
                <li key={post.postId} className="account-post">
                  <span>
                    {post.name} <span className="quiet">{post.orgName}</span>
                  </span>
                  <Button
                    size="small"
                    aria-label={t('accounts.endPostOf', { name: post.name })}
                    onClick={() => setPosts(posts.filter((each) => each !== post))}
                  >
                    {t('accounts.endPost')}
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <PostPicker
            label={t('accounts.posts')}
            without={posts.map(({ postId }) => postId)}
            onChoose={(post) => setPosts([...posts, post])}
          />
          {add.isError ? <ProblemNotice error={add.error} /> : null}
          <Button type="primary" htmlType="submit" size="large" block loading={add.isPending}>
            {t('accounts.make')}
          </Button>
        </form>
      ) : (
        <Slips slips={[slip]} />
      )}
    </Modal>
  );
}
