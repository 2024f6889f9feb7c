package dev.winback.report;

import dev.winback.category.Abc;
import dev.winback.category.SecondCategory;
import dev.winback.category.Xyz;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where the customers stand (look.md, "ABC×XYZ"), by cell, group, second category and VIP list. */
public final class CategoryReport {

  /** One row of {@code categories.sql}. */
  record Row(
      Abc abc,
      Xyz xyz,
      int priorityGroup,
      boolean vip,
      boolean fallen,
      boolean candidate,
      @Nullable String second,
      long customers,
      BigDecimal value,
      long lost) {

    CategoryCount count() {
      return new CategoryCount(customers, value, lost);
    }
  }

  private final Map<String, CategoryCount> counts = new TreeMap<>();

  void add(Row row) {
    add("all", row);
    add("cell " + row.abc() + row.xyz(), row);
    add("abc " + row.abc(), row);
    add("xyz " + row.xyz(), row);
    add("group " + row.priorityGroup(), row);
    addWhere(row.vip(), "vip", row);
    addWhere(row.fallen(), "fallen", row);
    addWhere(row.candidate(), "candidate", row);
    addWhere(row.second() != null, "second " + row.second(), row);
  }

  private void addWhere(boolean is, String place, Row row) {
    if (is) {
      add(place, row);
    }
  }

  private void add(String place, Row row) {
    counts.merge(place, row.count(), CategoryCount::plus);
  }

  private CategoryCount at(String place) {
    return counts.getOrDefault(place, CategoryCount.NOBODY);
  }

  public CategoryCount all() {
    return at("all");
  }

  public CategoryCount cell(Abc abc, Xyz xyz) {
    return at("cell " + abc + xyz);
  }

  public CategoryCount of(Abc abc) {
    return at("abc " + abc);
  }

  public CategoryCount of(Xyz xyz) {
    return at("xyz " + xyz);
  }

  public CategoryCount group(int number) {
    return at("group " + number);
  }

  public CategoryCount second(SecondCategory second) {
    return at("second " + second.code());
  }

  public CategoryCount vips() {
    return at("vip");
  }

  public CategoryCount fallen() {
    return at("fallen");
  }

  public CategoryCount candidates() {
    return at("candidate");
  }
}
