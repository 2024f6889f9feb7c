package dev.winback.report;

import dev.winback.purchase.CustomerRange;
import dev.winback.shared.Sql;

/**
 * The statement that writes the rows of one list where they differ from what they are made of, and
 * the columns by which those of some customers are chosen.
 */
record RowsOf(String write, String chosen) {

  static RowsOf lost() {
    var rows = sql("lost-rows.sql").replace("/*left*/", sql("left.sql"));
    return new RowsOf(sql("lost-rows-write.sql").replace("/*rows*/", rows), "l\\.customer_id");
  }

  static RowsOf customers() {
    var write = sql("customer-rows-write.sql").replace("/*rows*/", sql("customer-rows.sql"));
    return new RowsOf(write, "[cg]\\.id");
  }

  private static String sql(String file) {
    return Sql.of(RowsOf.class, file);
  }

  /** Of the customers whose ids are a parameter. */
  String ofSome() {
    return write.replaceAll("/\\*of (" + chosen + ")\\*/", "and $1 = any (:ids::bigint[])");
  }

  /** Of a range of customers: in each table, or each would be read as a whole. */
  String of(CustomerRange range) {
    var of = "and $1 >= " + range.from() + " and $1 < " + range.until();
    return write.replaceAll("/\\*of ([a-z_.]+)\\*/", of);
  }
}
