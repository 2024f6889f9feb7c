package dev.winback.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rows of one kind of file mean; each is bound to the header of one file. */
interface Format {

  /** One word for scripts, worded for people in the messages. */
  String name();

  /** What the file is counted by: every row shares the fate of what it became part of. */
  ImportType type();

  /** All that the file may hold, in the order in which it is stored. */
  default List<ImportType> types() {
    return List.of(type());
  }

  /** The columns that show how the file writes amounts and dates. */
  List<Integer> telling();

  /** The number in a cell of these columns, where more than it may stand there. */
  default String number(String cell) {
    return cell;
  }

  /** How the file writes, where the sample does not have to be asked. */
  default Notation notation(Notation found) {
    return found;
  }

  /**
   * Columns that mean nothing here, by their plain names; of a shop's file we read what we know.
   */
  default List<String> unread() {
    return List.of();
  }

  /** What a person said that the columns mean; null where they are known. */
  default @Nullable Mapping mapping() {
    return null;
  }

  /** Whether anything hangs on the column; of a shop's file on some twenty of eighty. */
  default boolean reads(String column) {
    return true;
  }

  /** Whether it finds customers who have no number by what else it says of them. */
  default boolean tellsCustomers() {
    return false;
  }

  /** Rows of one fact may stand anywhere in the file. */
  default boolean grouped() {
    return false;
  }

  /** What rows of one fact have in common; null for a row that stands alone. */
  default @Nullable String group(RawRow row) {
    return null;
  }

  /**
   * Tells apart facts of one group, where two have the same; a row that does not say it belongs to
   * the one before it.
   */
  default @Nullable String part(RawRow row) {
    return null;
  }

  /** What the rows of one fact say; {@link BadCell} names the column of the file. */
  List<Entry> translate(List<RawRow> rows, Values values);
}
