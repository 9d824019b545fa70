package io.motcua.platform.history;

import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

@AutoConfiguration(
        beforeName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
        afterName = "org.springframework.boot.micrometer.tracing.brave.autoconfigure.BraveAutoConfiguration")
@ConditionalOnClass(MongoTemplate.class)
class HistoryAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    AggregatesFactory aggregatesFactory(MongoTemplate mongo, Clock clock, ObjectProvider<Tracer> tracer) {
        if (mongo.getConverter() instanceof MappingMongoConverter converter) {
            // Class names are no part of the data: a class that moves must still be read.
            converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        }
        return new AggregatesFactory(mongo, clock, tracer.getIfAvailable());
    }

    /** Spring Data stores local dates as instants in the zone of the process, so their meaning would move with it. */
    @Bean
    @ConditionalOnMissingBean
    MongoCustomConversions mongoCustomConversions() {
        return MongoCustomConversions.create(it -> {
            it.registerConverter(new WriteDate());
            it.registerConverter(new ReadDate());
            it.registerConverter(new WriteTime());
            it.registerConverter(new ReadTime());
        });
    }

    @org.springframework.data.convert.WritingConverter
    private static final class WriteDate implements Converter<LocalDate, String> {
        @Override
        public String convert(LocalDate date) {
            return date.toString();
        }
    }

    @org.springframework.data.convert.ReadingConverter
    private static final class ReadDate implements Converter<String, LocalDate> {
        @Override
        public LocalDate convert(String text) {
            return LocalDate.parse(text);
        }
    }

    @org.springframework.data.convert.WritingConverter
    private static final class WriteTime implements Converter<LocalTime, String> {
        @Override
        public String convert(LocalTime time) {
            return time.toString();
        }
    }

    @org.springframework.data.convert.ReadingConverter
    private static final class ReadTime implements Converter<String, LocalTime> {
        @Override
        public LocalTime convert(String text) {
            return LocalTime.parse(text);
        }
    }
}
