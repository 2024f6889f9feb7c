package dev.winback.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The address of a list with its filters, from which links to its next page, other orders and its
 * file are made, so that each keeps the filter that is on.
 */
public record ListAddress(String path, @Nullable String query) {

  public static ListAddress of(HttpServletRequest request) {
    return new ListAddress(request.getRequestURI(), request.getQueryString());
  }

  /** Whether somebody comes from this list, on whichever page and with whichever filter. */
  public static boolean isOf(String path, @Nullable String address) {
    return address != null && (address.equals(path) || address.startsWith(path + "?"));
  }

  /** The same list with this parameter; any position is left behind. */
  public String with(String name, String value) {
    return from(path).replaceQueryParam("after").replaceQueryParam(name, value).build().toString();
  }

  /** The list's first page. */
  public String first() {
    return from(path).replaceQueryParam("after").build().toString();
  }

  /** This page of the list. */
  public String here() {
    return query == null ? path : path + "?" + query;
  }

  /** What a record remembers of the list it was opened from: its name and its filter. */
  public String relative() {
    return first().substring(1);
  }

  /** The page that begins after this position. */
  public String after(String cursor) {
    return from(path).replaceQueryParam("after", cursor).build().toString();
  }

  /** A list that stands on this page and has the same filter. */
  public ListAddress under(String name) {
    return new ListAddress(path + "/" + name, query);
  }

  /** All rows of the filter as a file. */
  public String csv() {
    return file(".csv");
  }

  /** The same as a workbook. */
  public String xlsx() {
    return file(".xlsx");
  }

  /** How many of these parameters have a value. */
  public long filled(String... names) {
    var asked = from(path).build().getQueryParams();
    return Stream.of(names).filter(name -> !isBlank(asked.getFirst(name))).count();
  }

  private static boolean isBlank(@Nullable String value) {
    return value == null || value.isBlank();
  }

  private String file(String ending) {
    return from(path + ending).replaceQueryParam("after").build().toString();
  }

  private UriComponentsBuilder from(String target) {
    var builder = UriComponentsBuilder.fromPath(target);
    return query == null ? builder : builder.query(query);
  }
}
