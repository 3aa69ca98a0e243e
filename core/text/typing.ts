// The few words that the script for whoever types brings along: apart from the others of their language, so that it does
// not carry all of them to the phone.
import { isLang, type Lang } from '../lang.ts';
import type { Words } from '../text.ts';
import { typing as en } from './en.ts';
import { typing as zhCN } from './zh-CN.ts';

const byLang: Record<Lang, Words['typing']> = { 'zh-CN': zhCN, en };

export const typingIn = (lang: string): Words['typing'] => byLang[isLang(lang) ? lang : 'zh-CN'];
