package dev.winback.web.layout;

import dev.winback.shared.DayText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.Formatter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Days of addresses, forms and bodies of the API are read as everywhere ({@link DayText}), in every
 * language.
 */
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

  @Bean
  JacksonModule daysOfBodies() {
    return new SimpleModule("days").addDeserializer(LocalDate.class, new OfBody());
  }

  private static class OfBody extends StdDeserializer<LocalDate> {

    OfBody() {
      super(LocalDate.class);
    }

    @Override
    public @Nullable LocalDate deserialize(JsonParser body, DeserializationContext context) {
      if (!body.hasToken(JsonToken.VALUE_STRING)) {
        return (LocalDate) context.handleUnexpectedToken(LocalDate.class, body);
      }
      var text = body.getString();
      try {
        return text.isBlank() ? null : DayText.read(text);
      } catch (DateTimeParseException e) {
        return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no day");
      }
    }
  }
}
