//! Which blocks head the row and the column of a table's cell.

use crate::article::Block;

/// A table under construction, row by row.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// The heads of the columns: the cells of the first row.
    columns: Vec<Option<usize>>,
    /// The head of the open row: its first cell.
    row: Option<usize>,
    /// Number of rows begun.
    rows: usize,
    /// Number of cells in the open row, empty ones counted.
    cells: usize,
}

impl Table {
    /// Begins the next row.
    pub(super) fn begin_row(&mut self) {
        self.rows += 1;
        self.cells = 0;
        self.row = None;
    }

    /// Adds a cell to the open row (`None`: an empty one) and tells its block what heads it.
    ///
    /// The first row heads the columns, the first cell its row; a cell heads nothing that stands in its own row's or
    /// column's head.
    pub(super) fn add_cell(&mut self, blocks: &mut [Block], cell: Option<usize>) {
        let at = self.cells;
        self.cells += 1;
        if self.rows <= 1 {
            self.columns.push(cell);
            return;
        }
        if let Some(cell) = cell {
            blocks[cell].column = self.columns.get(at).copied().flatten();
            blocks[cell].row = self.row;
        }
        if at == 0 {
            self.row = cell;
        }
    }
}
