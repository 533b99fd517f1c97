import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.ts';
import { PagesController } from './pages.controller.ts';

@Module({ imports: [AuthModule], controllers: [PagesController] })
export class PagesModule {}
