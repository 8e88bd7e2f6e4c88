package dev.linkwright.ffm.posix;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/// What a class passes to the system calls that it makes, read from its bytecode: a register has no type, so nothing else
/// would tell an `int` that stands where the kernel expects a pointer.
///
/// It understands what a method does that names a call, loads each argument, perhaps with a distance added to an address,
/// and makes the call at once. Whatever else is found on the way to a call is reported.
final class PassedArguments {
    private static final String CALL = "dev/linkwright/ffm/posix/SystemCall";

    private final List<Passed> found = new ArrayList<>();
    private final List<String> notKeptReachable = new ArrayList<>();

    private PassedArguments() {}

    static PassedArguments of(Class<?> type) throws IOException {
        PassedArguments arguments = new PassedArguments();
        try (InputStream bytes = type.getResourceAsStream(type.getName().replaceAll(".*\\.", "") + ".class")) {
            for (MethodModel method : ClassFile.of().parse(bytes.readAllBytes()).methods()) {
                arguments.read(method);
            }
        }
        return arguments;
    }

    /// One for each place where a call is made.
    List<Passed> found() {
        return found;
    }

    /// The memory whose address is taken, and that nothing keeps until the call has returned.
    List<String> notKeptReachable() {
        return notKeptReachable;
    }

    private void read(MethodModel method) {
        String name = method.methodName().stringValue();
        Set<String> addressed = new TreeSet<>();
        Set<String> kept = new TreeSet<>();
        Deque<Argument> stack = new ArrayDeque<>();
        for (CodeElement element : method.code().map(CodeModel::elementList).orElse(List.of())) {
            switch (element) {
                case LoadInstruction load -> stack.addLast(load.typeKind() == TypeKind.REFERENCE
                        ? Argument.reference("local " + load.slot())
                        : Argument.number(load.typeKind() == TypeKind.LONG ? Long.BYTES : Integer.BYTES));
                case ConstantInstruction constant when constant.constantValue() instanceof Number number ->
                    stack.addLast(Argument.constant(number.longValue()));
                case ConvertInstruction converted when converted.toType() == TypeKind.INT && !stack.isEmpty() -> {
                    stack.removeLast();
                    stack.addLast(Argument.number(Integer.BYTES));
                }
                case OperatorInstruction sum when sum.opcode() == Opcode.LADD && stack.size() > 1 -> {
                    Argument distance = stack.removeLast();
                    Argument start = stack.removeLast();
                    stack.addLast(start.isPointer() && distance.bytes() == Long.BYTES && !distance.isPointer()
                            ? start
                            : Argument.number(Long.BYTES));
                }
                case FieldInstruction field when field.owner().asInternalName().equals(CALL) -> {
                    stack.clear();
                    stack.addLast(Argument.reference(field.name().stringValue()));
                }
                case FieldInstruction field when field.typeSymbol().isClassOrInterface() && !stack.isEmpty() ->
                    stack.addLast(Argument.reference(stack.removeLast().origin() + "." + field.name().stringValue()));
                case InvokeInstruction invoked -> {
                    switch (invoked.name().stringValue()) {
                        case "address" -> {
                            String memory = stack.removeLast().origin();
                            addressed.add(memory);
                            stack.addLast(Argument.pointer());
                        }
                        case "byteSize" -> {
                            stack.removeLast();
                            stack.addLast(Argument.number(Long.BYTES));
                        }
                        case "keepReachable" -> {
                            stack.forEach(each -> kept.add(each.origin()));
                            stack.clear();
                        }
                        case "make", "repeat" -> {
                            List<Argument> all = List.copyOf(stack);
                            String call = all.isEmpty() ? "nothing" : all.getFirst().origin();
                            // The call itself and the scratch memory come before what is passed.
                            found.add(new Passed(name, call, all.size() < 2 ? List.of() : all.subList(2, all.size())));
                            stack.clear();
                        }
                        default -> stack.clear();
                    }
                }
                default -> { // labels and jumps, results that are stored
                }
            }
        }
        addressed.removeAll(kept);
        addressed.forEach(each -> notKeptReachable.add(name + ": " + each));
    }

    /// The arguments of one call.
    ///
    /// @param method who makes it
    /// @param call the constant of [SystemCall]
    record Passed(String method, String call, List<Argument> arguments) {}

    /// One argument.
    ///
    /// @param bytes how many of its bytes mean something; 0 for a constant
    /// @param isPointer whether it is the address of memory
    /// @param constant its value, if it is always the same
    /// @param origin where a reference comes from
    record Argument(int bytes, boolean isPointer, @Nullable Long constant, String origin) {
        static Argument number(int bytes) {
            return new Argument(bytes, false, null, "");
        }

        static Argument pointer() {
            return new Argument(Long.BYTES, true, null, "");
        }

        static Argument constant(long value) {
            return new Argument(0, false, value, "");
        }

        static Argument reference(String origin) {
            return new Argument(0, false, null, origin);
        }

        boolean isZero() {
            return constant != null && constant == 0;
        }
    }
}
