package dev.winback.importing;

import java.util.ArrayList;
import java.util.BitSet;

/**
 * Cells that a shop's export has and we do not go by: an odd sign there is no reason to send an
 * order back, because nobody can correct it in the shop.
 */
record UnreadCells(BitSet places) {

  static UnreadCells of(Header header, Format format) {
    var places = new BitSet();
    header.columns().forEach((column, place) -> places.set(place, !format.reads(column)));
    return new UnreadCells(places);
  }

  /** The same row with nothing in these cells that no column can hold. */
  RawRow settled(RawRow row) {
    if (places.isEmpty()) {
      return row;
    }
    var cells = new ArrayList<>(row.cells());
    for (int i = 0; i < cells.size(); i++) {
      if (places.get(i) && !cells.get(i).isEmpty()) {
        cells.set(i, settled(cells.get(i)));
      }
    }
    return new RawRow(row.line(), cells);
  }

  /** A long cell of several lines stays to be refused: an open quote swallows other rows. */
  private static String settled(String text) {
    if (Cells.failed(text)) {
      return "";
    }
    boolean tooLong = text.length() > Cells.LONGEST;
    if (tooLong && (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0)) {
      return text;
    }
    return OddSigns.readable(tooLong ? text.substring(0, Cells.LONGEST) : text, " ");
  }
}
