//! Rego by regorus: its interpreter, and its bytecode. Both are made once and used for every plan, as its own benchmarks do.

use std::sync::Arc;

use regorus::languages::rego::compiler::Compiler;
use regorus::rvm::vm::RegoVM;
use regorus::{Engine as Regorus, Value};

use crate::{Engine, Fault, Verdicts};

const POLICY: &str = include_str!("../../../rego/policy.rego");
const OUTCOMES: &str = "data.plan.outcomes";

fn regorus() -> Result<Regorus, Fault> {
    let mut engine = Regorus::new();
    engine.add_policy("policy.rego".to_owned(), POLICY.to_owned()).map_err(|fault| fault.to_string())?;
    Ok(engine)
}

fn read(text: &str) -> Result<Value, Fault> {
    Value::from_yaml_str(text).map_err(|fault| fault.to_string().into())
}

fn verdicts(value: &Value) -> Result<Verdicts, Fault> {
    let list = value.as_array().map_err(|fault| fault.to_string())?;
    let mut verdicts = Verdicts::default();
    for (verdict, value) in verdicts.iter_mut().zip(list.iter()) {
        *verdict = value.as_string().map_err(|fault| fault.to_string())?.to_string();
    }
    Ok(verdicts)
}

/// The policy walked as a tree.
pub(crate) struct Interpreter(Regorus);

impl Interpreter {
    pub(crate) fn new() -> Result<Self, Fault> {
        Ok(Self(regorus()?))
    }
}

impl Engine for Interpreter {
    type Input = Value;

    fn read(&self, text: &str) -> Result<Value, Fault> {
        read(text)
    }

    fn judge(&mut self, input: &Value) -> Result<Verdicts, Fault> {
        self.0.set_input(input.clone());
        verdicts(&self.0.eval_rule(OUTCOMES.to_owned()).map_err(|fault| fault.to_string())?)
    }
}

/// The policy compiled to bytecode.
pub(crate) struct Bytecode(RegoVM);

impl Bytecode {
    pub(crate) fn new() -> Result<Self, Fault> {
        let compiled = regorus()?.compile_with_entrypoint(&OUTCOMES.into()).map_err(|fault| fault.to_string())?;
        let program = Compiler::compile_from_policy(&compiled, &[OUTCOMES]).map_err(|fault| fault.to_string())?;
        let mut machine = RegoVM::new();
        machine.load_program(Arc::clone(&program));
        Ok(Self(machine))
    }
}

impl Engine for Bytecode {
    type Input = Value;

    fn read(&self, text: &str) -> Result<Value, Fault> {
        read(text)
    }

    fn judge(&mut self, input: &Value) -> Result<Verdicts, Fault> {
        self.0.set_input(input.clone());
        verdicts(&self.0.execute().map_err(|fault| fault.to_string())?)
    }
}
