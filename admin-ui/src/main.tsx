import '@mantine/core/styles.css';
import './ui/app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueryClient } from './api/client';
import { App } from './app/App';
import { newRouter } from './app/router';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const queryClient = newQueryClient();
createRoot(root).render(
  <StrictMode>
    <App queryClient={queryClient} router={newRouter(queryClient)} />
  </StrictMode>,
);
