import type { Layout } from '../layout.js';
import { ROW } from './shared.js';

/**
 * Frappe HRMS, data import of Additional Salary. Its flag that overwrites the amount of the salary structure is on
 * unless written, so it is written; amounts below zero are refused by its validation.
 *
 * Source:   frappe/hrms, doctype Additional Salary
 */
export const frappeHrms: Layout = {
  layout: 'frappe-hrms',
  title: 'Frappe HRMS Additional Salary',
  row: [...ROW, 'legalEmployer'],
  negatives: 'refused',
  files: [
    {
      name: 'additional-salary-{currency}.csv',
      delimiter: ',',
      quotes: 'minimal',
      encoding: 'utf-8',
      lineEnd: 'lf',
      sections: [
        {
          header: true,
          columns: [
            { title: 'employee', field: 'employeeId', required: true },
            { title: 'salary_component', field: 'payCode' },
            { title: 'amount', field: 'amount' },
            { title: 'payroll_date', field: 'payDate' },
            { title: 'company', field: 'legalEmployer', required: true },
            { title: 'currency', field: 'currency' },
            { title: 'overwrite_salary_structure_amount', constant: '0' },
          ],
        },
      ],
    },
  ],
};
