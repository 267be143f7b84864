import type { AllowedActView, CaseView } from '@yichuang/contracts';
import { Button, Drawer } from 'antd';
import type { ReactNode } from 'react';
import { actKey } from '../acts/act-key.ts';
import { isActType, registry } from '../acts/registry.ts';
import { verbKey } from '../acts/verb-key.ts';
import { useLocale } from '../session/use-locale.ts';

interface ActSheetProps {
  readonly view: CaseView;
  readonly offered: readonly AllowedActView[];
  readonly isOpen: boolean;
  readonly onStart: (key: string) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** On a phone: the main verb under the thumb; one tap opens its form, a second confirms. */
export function ActSheet(props: ActSheetProps) {
  const { view, offered, isOpen, onStart, onClose, children } = props;
  const { t } = useLocale();
  const [main, second] = offered;
  if (main === undefined || !isActType(main.act)) return null;
  return (
    <>
      <div className="act-bar" role="group" aria-label={t('case.acts')}>
        <Button
          type="primary"
          size="large"
          danger={registry[main.act].tone === 'danger'}
          onClick={() => onStart(actKey(main))}
        >
          {t(verbKey(main.act, main, view))}
        </Button>
        {second === undefined ? null : (
          <Button
            size="large"
            onClick={() => onStart(actKey(offered.length === 2 ? second : main))}
          >
            {isActType(second.act) && offered.length === 2
              ? t(verbKey(second.act, second, view))
              : t('nav.more')}
          </Button>
        )}
      </div>
      <Drawer
        open={isOpen}
        placement="bottom"
        size="auto"
        title={t('case.acts')}
        onClose={onClose}
        forceRender={false}
        styles={{ wrapper: { maxHeight: '92vh' } }}
      >
        {children}
      </Drawer>
    </>
  );
}
