package dev.winback.web.layout;

import dev.winback.shared.DayText;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.Formatter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Days of addresses and forms are read as everywhere ({@link DayText}), in every language. */
@Configuration
class BoundDays implements WebMvcConfigurer, Formatter<LocalDate> {

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addFormatterForFieldType(LocalDate.class, this);
  }

  @Override
  public LocalDate parse(String text, Locale locale) {
    return DayText.read(text);
  }

  @Override
  public String print(LocalDate day, Locale locale) {
    return day.toString();
  }
}
